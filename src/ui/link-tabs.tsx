import "@patternfly/react-styles/css/components/Tabs/tabs.css";

interface LinkTabsProps {
    /** What the tabs are of, for those who cannot see where they stand. */
    readonly label: string;
    readonly tabs: readonly { readonly title: string; readonly href: string; readonly isCurrent: boolean }[];
}

/** On a phone they are scrolled. */
const intoView = (tab: HTMLElement | null) => tab?.scrollIntoView({ inline: "nearest", block: "nearest" });

/** Tabs that are addresses of their own. In PatternFly's markup: its component names panels that are not there. */
export const LinkTabs = ({ label, tabs }: LinkTabsProps) => (
    <nav className="pf-v6-c-tabs" aria-label={label}>
        <ul className="pf-v6-c-tabs__list">
            {tabs.map(({ title, href, isCurrent }) => (
                <li
                    key={href}
                    ref={isCurrent ? intoView : undefined}
                    className={`pf-v6-c-tabs__item ${isCurrent ? "pf-m-current" : ""}`}
                >
                    <a
                        className="pf-v6-c-tabs__link"
                        href={href}
                        aria-current={isCurrent ? "page" : undefined}
                    >
                        <span className="pf-v6-c-tabs__item-text">{title}</span>
                    </a>
                </li>
            ))}
        </ul>
    </nav>
);
