import { excerpt, shortened } from "../../src/ui/excerpt.ts";

test("a short text stays whole", () => {
    expect(excerpt("all of it", "of")).toEqual({
        text: "all of it",
        charactersBefore: 0,
        charactersAfter: 0,
    });
});

test("of a long text there is what stands around the spot", () => {
    const long = `${"a".repeat(5_000_000)}here${"b".repeat(5_000_000)}`;
    const { text, charactersBefore, charactersAfter } = excerpt(long, "here");
    expect(text).toMatch(/^a{9998}hereb{9998}$/);
    expect(charactersBefore + text.length + charactersAfter).toBe(long.length);
});

test.each([
    ["01", "01234", 0, 5],
    ["89", "56789", 5, 0],
    ["x", "01234", 0, 5],
])("a spot at the edge or not there: %s", (spot, text, charactersBefore, charactersAfter) => {
    expect(excerpt("0123456789", spot, 5)).toEqual({
        text,
        charactersBefore,
        charactersAfter,
    });
});

test("what is left out is told in its place", () => {
    expect(shortened(excerpt("0123456789", "5", 2))).toBe("… 4 more characters …\n45\n… 4 more characters …");
    expect(shortened(excerpt("0123", "3"))).toBe("0123");
});
