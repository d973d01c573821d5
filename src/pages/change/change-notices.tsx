import { isDone } from "../../store/change-runner.ts";
import { changeRunner, changes } from "../../store/changes.ts";
import { useStore } from "../../store/hooks.ts";

import { ChangeNotice } from "./change-notice.tsx";

/** What there is to say about the changes that no dialog shows: of one pool, or of all. */
export const ChangeNotices = ({ pool }: { readonly pool?: string }) =>
    useStore(changes)
        .filter((change) => !change.isInDialog && !isDone(change))
        .filter(({ command }) => pool === undefined || command.touches.some((touch) => touch.pool === pool))
        .map((change) => (
            <ChangeNotice
                key={change.id}
                change={change}
                onClose={() => changeRunner.dismiss(change.id)}
                onJournalOnly={() => {
                    changeRunner.dismiss(change.id);
                    changeRunner.run(change.command, { journalOnly: true });
                }}
            />
        ));
