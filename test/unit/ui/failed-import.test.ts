import { isFailedImport } from "../../../src/ui/failed-import.ts";

test.each([
    "Failed to fetch dynamically imported module: https://host/cockpit/@localhost/zfsadmin/chunk-A.js",
    "error loading dynamically imported module: https://host/cockpit/@localhost/zfsadmin/chunk-A.js",
    "Importing a module script failed.",
])("a part of the page that is gone: %s", (message) => {
    expect(isFailedImport(new TypeError(message))).toBe(true);
});

test.each([
    "Cannot read properties of undefined (reading 'importable')",
    "The ZFS modules are not loaded",
    "can't import pool: Importing a module script failed",
])("a fault of the page itself is none: %s", (message) => {
    expect(isFailedImport(new Error(message))).toBe(false);
});
