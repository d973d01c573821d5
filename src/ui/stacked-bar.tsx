interface StackedBarProps {
    /** Each with the class that has its look, and how much of the whole it is, in percent. */
    readonly parts: readonly { readonly className: string; readonly percent: number }[];
    /** The same in words. */
    readonly label: string;
}

/** A bar of parts beside each other; what they leave is empty. The words say all that it shows. */
export const StackedBar = ({ parts, label }: StackedBarProps) => (
    <div className="zfs-stacked" role="img" aria-label={label} title={label}>
        {parts.map(
            ({ className, percent }) =>
                percent > 0 && (
                    <span key={className} className={className} style={{ inlineSize: `${percent}%` }} />
                ),
        )}
    </div>
);
