import { Typeahead } from "../../../src/ui/typeahead.ts";

const names = ["home", "media", "Musik", "my pool", "home"];
const nameOf = (index: number): string => names[index] ?? "";

test("a letter leads to the next row that begins so, round the end", () => {
    const press = (letter: string, from: number) =>
        new Typeahead().type(letter, from, names.length, nameOf, 1_000);
    expect(press("m", 0)).toBe(1);
    expect(press("m", 1)).toBe(2);
    expect(press("m", 3)).toBe(1);
    expect(press("h", 0)).toBe(4);
    expect(press("x", 0)).toBeUndefined();
});

test("letters in short succession are one beginning", () => {
    const typeahead = new Typeahead();
    const press = (letter: string, from: number, now: number) =>
        typeahead.type(letter, from, names.length, nameOf, now);
    expect(press("m", 0, 1_000)).toBe(1);
    expect(press("y", 1, 1_300)).toBe(3);
    expect(press(" ", 3, 1_500)).toBe(3);
    expect(press("m", 3, 9_000)).toBe(1);
});
