// Widgets that know nothing of ZFS. A widget takes what it shows and calls back; it reads no store and reaches no
// host, so it can be used for anything and looked at alone.
import { Breadcrumb, BreadcrumbItem } from "@patternfly/react-core/dist/esm/components/Breadcrumb/index.js";
import { Page, PageBreadcrumb, PageSection } from "@patternfly/react-core/dist/esm/components/Page/index.js";
import { Title } from "@patternfly/react-core/dist/esm/components/Title/index.js";
import { useEffect } from "react";
import type { ReactNode } from "react";

interface PageFrameProps {
    /** What is shown, as the browser's title and the page's heading. */
    readonly title: string;
    /** What the path to it calls it; if not said, as the heading does. */
    readonly name?: string;
    /** What stands beside the heading: a state, actions. */
    readonly aside?: ReactNode;
    /** Where the page stands: the screens above it, the uppermost first. */
    readonly above?: readonly { readonly title: string; readonly href: string }[];
    readonly children: ReactNode;
}

/** The frame of every screen: heading, way back, and the window's title. */
export const PageFrame = ({ title, name = title, aside, above = [], children }: PageFrameProps) => {
    useEffect(() => {
        document.title = title;
    }, [title]);

    return (
        <Page className="pf-m-no-sidebar no-masthead-sidebar">
            {above.length > 0 && (
                <PageBreadcrumb hasBodyWrapper={false} stickyOnBreakpoint={{ default: "top" }}>
                    <Breadcrumb>
                        {above.map(({ title, href }) => (
                            <BreadcrumbItem key={href} to={href}>
                                {title}
                            </BreadcrumbItem>
                        ))}
                        <BreadcrumbItem isActive>{name}</BreadcrumbItem>
                    </Breadcrumb>
                </PageBreadcrumb>
            )}
            <PageSection hasBodyWrapper={false}>
                <div className="zfs-heading">
                    <Title headingLevel="h1">{title}</Title>
                    {aside}
                </div>
                <div className="zfs-stack">{children}</div>
            </PageSection>
        </Page>
    );
};
