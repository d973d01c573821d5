import {
    Card,
    CardBody,
    CardHeader,
    CardTitle,
} from "@patternfly/react-core/dist/esm/components/Card/index.js";
import { useDialogs } from "dialogs";

import { _, format } from "../../i18n.ts";
import { formatRoute } from "../../routes.ts";
import { ReasonedButton } from "../../ui/reasoned-button.tsx";
import type { ImportSearch } from "../../zfs/import-search.ts";
import { importObstacle } from "../../zfs/importable.ts";
import type { ImportablePool, PoolUsage } from "../../zfs/model.ts";
import { StateLabel } from "../state-label.tsx";

import { FoundDevices } from "./found-devices.tsx";
import { ImportDialog } from "./import-dialog.tsx";
import { importObstacleText } from "./import-text.ts";

interface FoundPoolProps {
    readonly pool: ImportablePool;
    readonly search: ImportSearch;
    readonly imported: readonly PoolUsage[];
}

/** A pool that was found: what ZFS says of it, its devices, and the way to use it. */
export const FoundPool = ({ pool, search, imported }: FoundPoolProps) => {
    const dialogs = useDialogs();
    const here = imported.find(({ guid }) => guid === pool.guid);
    const obstacle = importObstacle(pool);
    const open = () =>
        dialogs.show(<ImportDialog pool={pool} search={search} taken={imported.map(({ name }) => name)} />);
    return (
        <Card>
            <CardHeader actions={{ actions: <StateLabel state={pool.state} />, hasNoOffset: true }}>
                <CardTitle component="h2">{pool.name}</CardTitle>
            </CardHeader>
            <CardBody className="zfs-stack">
                <ul className="zfs-facts zfs-quiet">
                    <li>{format(_("Identifier $0"), pool.guid)}</li>
                    {pool.destroyed && <li>{_("Destroyed")}</li>}
                    {pool.comment !== undefined && <li>{pool.comment}</li>}
                </ul>
                {[pool.status, pool.action, ...pool.unknown].map(
                    (sentence) => sentence !== undefined && <p key={sentence}>{sentence}</p>,
                )}
                <FoundDevices pool={pool} />
                <div>
                    {here ? (
                        <a href={formatRoute({ screen: "pool", pool: here.name })}>
                            {format(_("Imported as $0"), here.name)}
                        </a>
                    ) : (
                        <ReasonedButton
                            variant="secondary"
                            aria-label={format(_("Import $0"), pool.name)}
                            reason={obstacle && importObstacleText(obstacle)}
                            onClick={open}
                        >
                            {_("Import…")}
                        </ReasonedButton>
                    )}
                </div>
            </CardBody>
        </Card>
    );
};
