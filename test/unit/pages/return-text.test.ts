import { returnText } from "../../../src/pages/create/return-text.ts";

test.each(["always", "copied"] as const)(
    "what is removed %s stays while the pool has a checkpoint",
    (way) => {
        expect(returnText(way, false)).toContain("but not while the pool has a checkpoint");
        expect(returnText(way, true)).not.toContain("checkpoint");
    },
);

test("what can never be removed has no way back but a checkpoint", () => {
    expect(returnText("never", true)).toContain("This cannot be undone: ");
    expect(returnText("never", false)).toBe(returnText("never", true));
});
