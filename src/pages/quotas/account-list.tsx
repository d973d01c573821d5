import { Switch } from "@patternfly/react-core/dist/esm/components/Switch/index.js";
import { useDialogs } from "dialogs";
import { useCallback, useDeferredValue, useMemo, useState } from "react";

import { _, ngettext } from "../../i18n.ts";
import { FilterChoice, FilterRow } from "../../ui/filter-row.tsx";
import { ReasonedButton } from "../../ui/reasoned-button.tsx";
import { VirtualTable } from "../../ui/virtual-table.tsx";
import type { Sort } from "../../ui/virtual-table.tsx";
import type { Dataset } from "../../zfs/dataset.ts";
import { accountKey, filterSpace, sortSpace } from "../../zfs/space-by.ts";
import type { AccountKind, AccountSpace, SpaceColumn } from "../../zfs/space-by.ts";

import { accountColumns } from "./account-columns.tsx";
import { AccountDialog } from "./account-dialog.tsx";
import { accountKindText } from "./account-text.ts";

interface AccountListProps {
    readonly dataset: Dataset;
    readonly rows: readonly AccountSpace[];
    readonly isNumeric: boolean;
    /** Why no quota can be set now. */
    readonly reason: string | undefined;
    readonly onNumeric: (isNumeric: boolean) => void;
}

const kinds = ["user", "group", "project"] as const;

/** What users, groups and projects take of a filesystem, and may take. */
export const AccountList = ({ dataset, rows, isNumeric, reason, onNumeric }: AccountListProps) => {
    const dialogs = useDialogs();
    const [typed, setTyped] = useState("");
    const [kind, setKind] = useState<AccountKind>();
    const [sort, setSort] = useState<Sort>({ column: "used", direction: "desc" });
    const text = useDeferredValue(typed);
    const columns = useMemo(() => accountColumns(isNumeric), [isNumeric]);
    const shown = useMemo(
        () => sortSpace(filterSpace(rows, { text, kind }), sort.column as SpaceColumn, sort.direction),
        [rows, text, kind, sort],
    );
    const onOpen = useCallback(
        (account: AccountSpace) => dialogs.show(<AccountDialog {...{ dataset, account }} />),
        [dialogs, dataset],
    );
    return (
        <>
            <FilterRow label={_("Search names")} text={typed} onText={setTyped}>
                <FilterChoice
                    label={_("Type")}
                    all={_("All types")}
                    value={kind}
                    values={kinds}
                    text={accountKindText}
                    onValue={setKind}
                />
                <Switch
                    id="zfs-account-numbers"
                    label={_("Numbers, not names")}
                    isChecked={isNumeric}
                    onChange={(_event, isChecked) => onNumeric(isChecked)}
                />
                <ReasonedButton
                    variant="secondary"
                    reason={reason}
                    onClick={() => dialogs.show(<AccountDialog dataset={dataset} />)}
                >
                    {_("Set a quota…")}
                </ReasonedButton>
            </FilterRow>
            <VirtualTable
                label={_("Space by user, group and project")}
                columns={columns}
                rows={shown}
                idOf={accountKey}
                sort={sort}
                onSort={setSort}
                onOpen={onOpen}
            />
            <p className="zfs-quiet" role="status">
                {rows.length === 0
                    ? _("Nobody has a file here, and nobody has a quota.")
                    : shown.length === 0
                      ? _("Nobody is called so.")
                      : ngettext("$0 entry", "$0 entries", shown.length)}
            </p>
        </>
    );
};
