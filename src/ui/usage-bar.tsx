import {
    Progress,
    ProgressMeasureLocation,
    ProgressVariant,
} from "@patternfly/react-core/dist/esm/components/Progress/index.js";

interface UsageBarProps {
    /** How full, in percent. */
    readonly percent: number;
    /** The same in words: "6.1 TiB of 10.9 TiB used". */
    readonly label: string;
}

/** Percent from which a bar warns, and from which it alarms: a copy-on-write pool slows down before it is full. */
const thresholds = { warning: 80, danger: 95 };

/** How full something is, as a bar and in words. */
export const UsageBar = ({ percent, label }: UsageBarProps) => {
    const variant =
        percent >= thresholds.danger
            ? ProgressVariant.danger
            : percent >= thresholds.warning
              ? ProgressVariant.warning
              : undefined;
    return (
        <Progress
            aria-label={label}
            value={percent}
            valueText={label}
            label={label}
            measureLocation={ProgressMeasureLocation.top}
            size="sm"
            {...(variant && { variant })}
        />
    );
};
