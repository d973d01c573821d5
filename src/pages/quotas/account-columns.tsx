import { _, format } from "../../i18n.ts";
import { formatPercent } from "../../ui/dates.ts";
import type { Column } from "../../ui/virtual-table.tsx";
import { formatSize } from "../../zfs/size.ts";
import { isNameless, usedPercent } from "../../zfs/space-by.ts";
import type { AccountSpace } from "../../zfs/space-by.ts";

import { accountKindText } from "./account-text.ts";

/**
 * The columns of what users, groups and projects take.
 *
 * @param isNumeric numbers were asked for in the place of names
 */
export const accountColumns = (isNumeric: boolean): readonly Column<AccountSpace>[] => [
    {
        key: "name",
        title: _("Name"),
        className: "zfs-account-name",
        isSortable: true,
        cell: (row) => (
            <>
                <bdi title={row.name}>{row.name}</bdi>
                {!isNumeric && isNameless(row) && (
                    <span className="zfs-quiet"> {_("(unknown on this host)")}</span>
                )}
            </>
        ),
    },
    {
        key: "type",
        title: _("Type"),
        className: "zfs-account-type",
        isSortable: true,
        cell: ({ kind, type }) => <span title={type}>{accountKindText(kind)}</span>,
    },
    {
        key: "used",
        title: _("Used"),
        className: "zfs-account-used zfs-number zfs-labelled",
        isSortable: true,
        cell: ({ used }) => used !== undefined && <span title={String(used)}>{formatSize(used)}</span>,
    },
    {
        key: "quota",
        title: _("Quota"),
        className: "zfs-account-quota zfs-number zfs-labelled",
        isSortable: true,
        cell: ({ used, quota }) => (
            <Quota used={used} quota={quota} text={quota === undefined ? "" : formatSize(quota)} />
        ),
    },
    {
        key: "objects",
        title: _("Files"),
        className: "zfs-account-objects zfs-number zfs-labelled",
        isSortable: true,
        cell: ({ objects }) => objects !== undefined && String(objects),
    },
    {
        key: "objectQuota",
        title: _("File quota"),
        className: "zfs-account-object-quota zfs-number zfs-labelled",
        isSortable: true,
        cell: ({ objects, objectQuota }) => (
            <Quota used={objects} quota={objectQuota} text={String(objectQuota ?? "")} />
        ),
    },
];

interface QuotaProps {
    readonly used: bigint | undefined;
    readonly quota: bigint | undefined;
    readonly text: string;
}

const Quota = ({ used, quota, text }: QuotaProps) => {
    if (quota === undefined) return <span className="zfs-quiet">{_("none")}</span>;
    const percent = usedPercent(used, quota);
    return (
        <span title={String(quota)}>
            {percent === undefined ? text : format(_("$0 ($1 used)"), text, formatPercent(percent))}
        </span>
    );
};
