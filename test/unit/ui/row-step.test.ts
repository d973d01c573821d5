import { rowStep } from "../../../src/ui/row-step.ts";

test.each([
    ["ArrowDown", 5, 6],
    ["ArrowUp", 5, 4],
    ["PageDown", 5, 15],
    ["PageUp", 15, 5],
    ["Home", 50, 0],
    ["End", 50, 99],
    ["ArrowDown", 99, 99],
    ["ArrowUp", 0, 0],
    ["PageDown", 95, 99],
    ["PageUp", 5, 0],
])("%s on row %i of 100 leads to row %i", (key, index, target) => {
    expect(rowStep(key, index, 100, 10)).toBe(target);
});

test.each(["Enter", "a", "Tab", "toString"])("%s leads nowhere", (key) => {
    expect(rowStep(key, 5, 100, 10)).toBeUndefined();
});
