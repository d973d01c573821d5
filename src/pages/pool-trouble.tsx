import { Alert } from "@patternfly/react-core/dist/esm/components/Alert/index.js";

import { _, format } from "../i18n.ts";
import type { PoolEntry } from "../store/pools.ts";
import { absoluteTime } from "../ui/dates.ts";

import { Problem } from "./problem.tsx";

/** Says what keeps the page from telling how a pool is, if anything does; that a pool is suspended is in its health. */
export const PoolTrouble = ({ entry }: { readonly entry: PoolEntry }) => {
    const { status, problem, silentSince, kernelState, hungSince } = entry;
    return (
        <>
            {hungSince !== undefined && (
                <Alert
                    component="p"
                    variant="danger"
                    isInline
                    title={format(
                        _("Nothing has been written to this pool since $0"),
                        absoluteTime(hungSince),
                    )}
                >
                    {_(
                        "It hangs, although ZFS does not say so. Changes to it would wait, and may still happen later.",
                    )}{" "}
                    {remedy()}
                </Alert>
            )}
            {silentSince !== undefined && (
                <Alert
                    component="p"
                    variant="warning"
                    isInline
                    title={format(_("No answer since $0"), absoluteTime(silentSince))}
                >
                    {status
                        ? _("What is shown of this pool is from before.")
                        : _("Its devices are not known.")}{" "}
                    {kernelState !== undefined && format(_("The kernel calls it $0."), kernelState)}{" "}
                    {hungSince === undefined && remedy()}
                </Alert>
            )}
            {problem && silentSince === undefined && (
                <Problem title={_("The devices of this pool cannot be read")} error={problem} />
            )}
        </>
    );
};

/** What can be done about a pool that hangs or is silent: nothing else gets through to it. */
const remedy = (): string =>
    _(
        "Check its disks and cables, then clear its errors or bring its devices online; if that does not help, restart the host.",
    );
