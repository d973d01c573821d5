import { parseFollowLine } from "../../../src/backend/follow-line.ts";

test.each([
    ['{"kind":"audit","id":12}', { kind: "audit" }],
    ['{"kind":"source","state":"running"}', { kind: "source", state: "running" }],
    ['{"kind":"everything"}', { kind: "everything" }],
    ['{"kind":"of a later helper"}', { kind: "everything" }],
    ['{"kind":"audit","id":', { kind: "everything" }],
    ["", { kind: "everything" }],
])("%s", (line, read) => {
    expect(parseFollowLine(line)).toEqual(read);
});
