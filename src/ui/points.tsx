/** Short facts, one below the other, each with its point. */
export const Points = ({
    points,
    label,
}: {
    readonly points: readonly string[];
    readonly label?: string;
}) => (
    <ul className="zfs-points" aria-label={label}>
        {points.map((point) => (
            <li key={point}>{point}</li>
        ))}
    </ul>
);
