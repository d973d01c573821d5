import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table/dist/esm/components/Table/index.js";

import { _, format } from "../../i18n.ts";
import { ReasonedButton } from "../../ui/reasoned-button.tsx";
import type { Feature } from "../../zfs/features.ts";

import { featureStateText, featureText } from "./feature-text.ts";

interface FeatureTableProps {
    readonly features: readonly Feature[];
    /** Why none can be enabled now. */
    readonly obstacle: string | undefined;
    readonly onEnable: (feature: string) => void;
}

/** The features of a pool: what each is, whether it is used, and a way to enable it. */
export const FeatureTable = ({ features, obstacle, onEnable }: FeatureTableProps) => (
    <Table variant="compact" aria-label={_("Features")} gridBreakPoint="" className="zfs-feature-table">
        <Thead>
            <Tr>
                <Th>{_("Feature")}</Th>
                <Th>{_("State")}</Th>
                <Th modifier="wrap">{_("Systems without it")}</Th>
            </Tr>
        </Thead>
        <Tbody>
            {features.map((feature) => (
                <Tr key={feature.name}>
                    <Td>
                        <code>{feature.name}</code>
                        <div className="zfs-quiet">{featureText(feature)}</div>
                    </Td>
                    <Td>
                        <div>{featureStateText(feature.state)}</div>
                        {feature.state === "disabled" && feature.rule && (
                            <ReasonedButton
                                variant="link"
                                isInline
                                aria-label={format(_("Enable $0"), feature.name)}
                                reason={obstacle}
                                onClick={() => onEnable(feature.name)}
                            >
                                {_("Enable…")}
                            </ReasonedButton>
                        )}
                    </Td>
                    <Td>{withoutIt(feature)}</Td>
                </Tr>
            ))}
        </Tbody>
    </Table>
);

function withoutIt({ rule }: Feature): string {
    if (rule === undefined) return "";
    return rule.isReadOnlyCompatible ? _("import read-only, once used") : _("no import, once used");
}
