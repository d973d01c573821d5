import { refusedField } from "../../../src/pages/dataset-actions/refused-field.ts";

test.each([
    ["Failed to open key material file: No such file or directory", "key"],
    ["Passphrase too short (min 8).", "key"],
    ["Invalid hex character detected.", "key"],
    ["Raw key too long (expected 32).", "key"],
    ["Keyformat required for new encryption root.", "key"],
    ["'recordsize' must be power of 2 from 512B to 16M", "recordsize"],
    ["dataset already exists", "name"],
    ["out of space", undefined],
])("%j is about the field %s", (why, field) => {
    expect(refusedField(`cannot create 'tank/home': ${why}\n`, ["recordsize", "compression"])).toBe(field);
});

test("the name of what is created says nothing of the field", () => {
    expect(refusedField("cannot create 'tank/raw key': dataset already exists", [])).toBe("name");
});
