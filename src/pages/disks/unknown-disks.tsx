import { _ } from "../../i18n.ts";
import { Problem } from "../problem.tsx";

import type { DiskOffersState } from "./use-disk-offers.ts";

type UnknownState = Exclude<DiskOffersState, { readonly kind: "ready" }>;

/** Says why there are no disks to choose from. */
export const UnknownDisks = ({ state }: { readonly state: UnknownState }) => {
    switch (state.kind) {
        case "unknown":
            return null;
        case "absent":
            return <p>{_("The disks are not known: “zfsadmin” is not installed on this host.")}</p>;
        case "failed":
            return <Problem title={_("The disks cannot be listed")} error={state.error} />;
    }
};
