// FEATURES. What a pool's format can hold. A feature that is enabled cannot be disabled again, and one that is used
// keeps systems that lack it from importing the pool; so each of these places says for which systems that holds.
import { Card, CardBody } from "@patternfly/react-core/dist/esm/components/Card/index.js";
import { useDialogs } from "dialogs";

import { readKnownSystems } from "../../backend/compatibility.ts";
import { readModule } from "../../backend/module.ts";
import { readPoolProperties } from "../../backend/properties.ts";
import { _, format, ngettext } from "../../i18n.ts";
import { useAnswer } from "../../store/answer.ts";
import { useStore } from "../../store/hooks.ts";
import type { PoolEntry } from "../../store/pools.ts";
import { readings } from "../../store/readings.ts";
import { ReasonedButton } from "../../ui/reasoned-button.tsx";
import { Waiting } from "../../ui/waiting.tsx";
import { enableFeature, upgradePool } from "../../zfs/commands/features.ts";
import { importability, upgradeSet } from "../../zfs/compatibility.ts";
import type { KnownSystem } from "../../zfs/compatibility.ts";
import { featuresOf } from "../../zfs/features.ts";
import type { Property } from "../../zfs/property.ts";
import { usePoolObstacle } from "../change/use-obstacle.ts";
import { isReadOnly } from "../obstacle-words.ts";
import { Problem } from "../problem.tsx";

import { EnableDialog } from "./enable-dialog.tsx";
import { FeatureTable } from "./feature-table.tsx";
import { SystemsTable } from "./systems-table.tsx";

/** The features of a pool, read when the tab is opened and whenever something may have changed. */
export const FeaturesTab = ({ entry }: { readonly entry: PoolEntry }) => {
    const { name } = entry.usage;
    const properties = useAnswer(() => readPoolProperties(name), `${useStore(readings)} ${name}`);
    const module = useAnswer(readModule, "module");
    const systems = useAnswer(readKnownSystems, "systems");
    if (properties.kind === "failed")
        return <Problem title={_("The features of this pool cannot be read")} error={properties.error} />;
    if (properties.kind === "waiting" || module.kind === "waiting" || systems.kind === "waiting")
        return <Waiting what={_("Waiting for ZFS to tell the features of this pool")} lines={12} />;
    return (
        <Features
            entry={entry}
            properties={properties.value}
            rules={module.kind === "ready" ? module.value.features : new Map()}
            systems={systems.kind === "ready" ? systems.value : []}
        />
    );
};

interface FeaturesProps {
    readonly entry: PoolEntry;
    readonly properties: readonly Property[];
    readonly rules: Parameters<typeof featuresOf>[1];
    readonly systems: readonly KnownSystem[];
}

const Features = ({ entry, properties, rules, systems }: FeaturesProps) => {
    const { usage } = entry;
    const dialogs = useDialogs();
    const obstacle = usePoolObstacle(entry) ?? (usage.readonly ? isReadOnly() : undefined);
    const features = featuresOf(properties, rules);
    const compatibility = properties.find(({ name }) => name === "compatibility")?.value;
    const names = upgradeSet(features, compatibility, systems);
    const isUpgraded = names?.size === 0;
    return (
        <>
            <Card>
                <CardBody className="zfs-stack">
                    <p>
                        {names === undefined
                            ? format(
                                  _("A file of this host says which features may be enabled: $0"),
                                  compatibility ?? "",
                              )
                            : isUpgraded
                              ? _("All features that an upgrade of this pool enables are enabled.")
                              : ngettext(
                                    "An upgrade enables $0 more feature.",
                                    "An upgrade enables $0 more features.",
                                    names.size,
                                )}
                    </p>
                    {!isUpgraded && (
                        <div>
                            <ReasonedButton
                                variant="secondary"
                                reason={obstacle}
                                onClick={() =>
                                    dialogs.show(
                                        <EnableDialog
                                            entry={entry}
                                            command={upgradePool(usage)}
                                            title={format(_("Upgrade $0?"), usage.name)}
                                            action={format(_("Upgrade $0"), usage.name)}
                                            {...{ features, systems, names }}
                                        />,
                                    )
                                }
                            >
                                {_("Upgrade…")}
                            </ReasonedButton>
                        </div>
                    )}
                    <FeatureTable
                        features={features}
                        obstacle={obstacle}
                        onEnable={(feature) =>
                            dialogs.show(
                                <EnableDialog
                                    entry={entry}
                                    command={enableFeature(usage, feature)}
                                    title={format(_("Enable $0 on $1?"), feature, usage.name)}
                                    action={format(_("Enable $0"), feature)}
                                    {...{ features, systems }}
                                    names={new Set([feature])}
                                />,
                            )
                        }
                    />
                </CardBody>
            </Card>
            {systems.length > 0 && (
                <Card>
                    <CardBody>
                        <SystemsTable
                            title={_("Which systems can import this pool as it is")}
                            systems={systems.map((known) => ({
                                names: known.names,
                                now: importability(features, known),
                            }))}
                        />
                    </CardBody>
                </Card>
            )}
        </>
    );
};
