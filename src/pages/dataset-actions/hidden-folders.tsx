import { Alert } from "@patternfly/react-core/dist/esm/components/Alert/index.js";

import { fullFolders } from "../../backend/dataset-facts.ts";
import { _, format } from "../../i18n.ts";
import { useAnswer } from "../../store/answer.ts";
import { formatNames } from "../../ui/dates.ts";
import { useSettled } from "../../ui/use-settled.ts";

/** Folders that are named; nobody reads more. */
const named = 10;

/** The place where something would be mounted, if what a person types is one; what is no path in one line is none. */
export const asFolder = (place: string | undefined): string | undefined =>
    place?.startsWith("/") && !/\p{Cc}/u.test(place) ? place : undefined;

/** Those of the folders in which something is, which would be hidden by what is mounted there. */
export function useHiddenFolders(folders: readonly string[]): readonly string[] {
    const asked = useSettled(folders.join("\0"));
    const answer = useAnswer(async () => (asked === "" ? [] : await fullFolders(asked.split("\0"))), asked);
    const wanted = new Set(folders);
    return answer.kind === "ready" ? answer.value.filter((folder) => wanted.has(folder)) : [];
}

/** Warns that what is in some folders cannot be seen any more; nothing where there is no such folder. */
export const HiddenFolders = ({ folders }: { readonly folders: readonly string[] }) => {
    const [first] = folders;
    if (first === undefined) return null;
    return (
        <Alert component="p" variant="warning" isInline title={_("There is something already")}>
            {folders.length === 1
                ? format(
                      _(
                          "The folder $0 is not empty. What is in it cannot be seen while the filesystem is mounted there.",
                      ),
                      first,
                  )
                : format(
                      _(
                          "These folders are not empty: $0. What is in them cannot be seen while the filesystems are mounted there.",
                      ),
                      formatNames(folders, named),
                  )}
        </Alert>
    );
};
