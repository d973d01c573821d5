import {
    Progress,
    ProgressMeasureLocation,
} from "@patternfly/react-core/dist/esm/components/Progress/index.js";

interface UsageBarProps {
    /** How full, in percent. */
    readonly percent: number;
    /** The same in words: "6.1 TiB of 10.9 TiB used". */
    readonly label: string;
    /** How grave that is. */
    readonly level?: "warning" | "danger" | undefined;
}

/** How full something is, as a bar and in words. */
export const UsageBar = ({ percent, label, level }: UsageBarProps) => (
    <Progress
        title={label}
        value={percent}
        valueText={label}
        measureLocation={ProgressMeasureLocation.none}
        size="sm"
        {...(level && { variant: level })}
    />
);
