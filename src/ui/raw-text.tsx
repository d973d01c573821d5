/** The words of a program as they stood there, however many lines. */
export const RawText = ({ text }: { readonly text: string }) => (
    // it scrolls, so the keyboard must reach it
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre className="zfs-raw" tabIndex={0}>
        {text}
    </pre>
);
