import { _ } from "../../i18n.ts";
import type { ImportablePool, Vdev } from "../../zfs/model.ts";
import { StateText } from "../state-text.tsx";

/** The devices of a pool that is not imported, as a tree. */
export const FoundDevices = ({ pool: { root, sections } }: { readonly pool: ImportablePool }) => (
    <ul className="zfs-layout" aria-label={_("Devices")}>
        {root.children.map((vdev) => (
            <Device key={vdev.name} vdev={vdev} />
        ))}
        {sections.map(({ kind, vdevs }) => (
            <li key={kind}>
                <span className="zfs-quiet">{kind}</span>
                <Devices vdevs={vdevs} />
            </li>
        ))}
    </ul>
);

const Devices = ({ vdevs }: { readonly vdevs: readonly Vdev[] }) =>
    vdevs.length > 0 && (
        <ul>
            {vdevs.map((vdev) => (
                <Device key={vdev.name} vdev={vdev} />
            ))}
        </ul>
    );

const Device = ({ vdev: { name, state, aux, children } }: { readonly vdev: Vdev }) => (
    <li>
        <span className="zfs-layout-row">
            <span>{name}</span>
            {state !== undefined && <StateText state={state} />}
            {aux !== undefined && <span className="zfs-quiet">{aux}</span>}
        </span>
        <Devices vdevs={children} />
    </li>
);
