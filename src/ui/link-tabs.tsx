import { css } from "@patternfly/react-styles";
import styles from "@patternfly/react-styles/css/components/Tabs/tabs.mjs";

interface LinkTabsProps {
    /** What the tabs are of, for those who cannot see where they stand. */
    readonly label: string;
    readonly tabs: readonly { readonly title: string; readonly href: string; readonly isCurrent: boolean }[];
}

/** Tabs that are addresses of their own. In PatternFly's markup: its component names panels that are not there. */
export const LinkTabs = ({ label, tabs }: LinkTabsProps) => (
    <nav className={styles.tabs} aria-label={label}>
        <ul className={styles.tabsList}>
            {tabs.map(({ title, href, isCurrent }) => (
                <li key={href} className={css(styles.tabsItem, isCurrent && styles.modifiers.current)}>
                    <a className={styles.tabsLink} href={href} aria-current={isCurrent ? "page" : undefined}>
                        <span className={styles.tabsItemText}>{title}</span>
                    </a>
                </li>
            ))}
        </ul>
    </nav>
);
