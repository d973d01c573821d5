interface SparklineProps {
    /** The oldest first; the newest stands at the end. */
    readonly values: readonly number[];
    /** How many values fill its width. */
    readonly length: number;
    /** The least that reaches the top: below it, what is small looks small. */
    readonly scale: number;
}

const height = 20;

/** The course of a number, without axes. What it shows must be told in words beside it. */
export const Sparkline = ({ values, length, scale }: SparklineProps) => {
    const top = Math.max(scale, ...values);
    const points = values.map((value, index) => {
        const [x, y] = [length - values.length + index, height - (value / top) * height];
        return `${x},${y.toFixed(1)}`;
    });
    return (
        <svg
            className="zfs-sparkline"
            viewBox={`0 -1 ${length - 1} ${height + 2}`}
            preserveAspectRatio="none"
            aria-hidden="true"
        >
            <polyline points={points.join(" ")} />
        </svg>
    );
};
