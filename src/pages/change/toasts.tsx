import { Alert, AlertGroup } from "@patternfly/react-core/dist/esm/components/Alert/index.js";

import { isDone } from "../../store/change-runner.ts";
import { changeRunner, changes } from "../../store/changes.ts";
import { useStore } from "../../store/hooks.ts";

import { commandWords } from "./command-words.ts";

/** Milliseconds for which good news stands. */
const duration = 6_000;

/** Good news, for some seconds. What went wrong is never here: it stays where it happened. */
export const Toasts = () => {
    const done = useStore(changes).filter((change) => !change.isInDialog && isDone(change));
    return (
        <AlertGroup isToast isLiveRegion>
            {done.map(({ id, command }) => (
                <Alert
                    key={id}
                    component="p"
                    variant="success"
                    title={commandWords(command.purpose).done}
                    timeout={duration}
                    onTimeout={() => changeRunner.dismiss(id)}
                />
            ))}
        </AlertGroup>
    );
};
