import { WithDialogs } from "dialogs";
import { Suspense, lazy, useEffect } from "react";

import { _ } from "./i18n.ts";
import { Toasts } from "./pages/change/toasts.tsx";
import { Navigation } from "./pages/navigation.tsx";
import { NotFound } from "./pages/not-found.tsx";
import { Overview } from "./pages/overview/overview.tsx";
import { formatRoute, parseRoute } from "./routes.ts";
import type { Route } from "./routes.ts";
import { useAddress } from "./store/hooks.ts";
import { startRefreshing } from "./store/refresh.ts";
import { ChunkBoundary } from "./ui/chunk-boundary.tsx";
import { PageFrame } from "./ui/page-frame.tsx";
import { Waiting } from "./ui/waiting.tsx";

// Each part that is loaded later splits what they share into more files, and each file is a request of its own through
// Cockpit's bridge: so the parts are few.
const loadPoolScreens = () => import("./pages/pool-screens.ts");
const AddPage = lazy(async () => ({ default: (await loadPoolScreens()).AddPage }));
const CreatePage = lazy(async () => ({ default: (await loadPoolScreens()).CreatePage }));
const ImportPage = lazy(async () => ({ default: (await loadPoolScreens()).ImportPage }));
const PoolPage = lazy(async () => ({ default: (await loadPoolScreens()).PoolPage }));
const DatasetsPage = lazy(async () => ({
    default: (await import("./pages/datasets/datasets-page.tsx")).DatasetsPage,
}));
const ActivityPage = lazy(async () => ({
    default: (await import("./pages/activity/activity-page.tsx")).ActivityPage,
}));

const Screen = ({ route }: { readonly route: Route }) => {
    switch (route.screen) {
        case "overview":
            return <Overview />;
        case "import":
            return <ImportPage />;
        case "create":
            return <CreatePage />;
        case "add":
            return <AddPage pool={route.pool} />;
        case "pool":
            return <PoolPage name={route.pool} tab={route.tab} />;
        case "datasets":
            return <DatasetsPage route={route} />;
        case "activity":
            return <ActivityPage route={route} />;
    }
};

/** What a screen is about: the same for all tabs of a pool or dataset. */
const subjectOf = (route: Route | undefined): string | undefined => {
    if (route?.screen === "pool") return `pool ${route.pool}`;
    return route?.screen === "datasets" ? `dataset ${route.dataset ?? ""}` : route?.screen;
};

/** The whole page: the way to the other screens, and the screen that the address names. */
export const App = () => {
    useEffect(startRefreshing, []);
    const { path, options } = useAddress();
    const route = parseRoute(path, options);

    return (
        <>
            <Navigation screen={route?.screen} />
            <ChunkBoundary place={route && formatRoute(route)}>
                <Suspense
                    fallback={
                        <PageFrame title={_("ZFS")}>
                            <Waiting what={_("Waiting for this part of the page")} />
                        </PageFrame>
                    }
                >
                    {/* a dialog closes when the person goes to another screen */}
                    <WithDialogs key={subjectOf(route)}>
                        {route ? <Screen route={route} /> : <NotFound what={_("This page does not exist")} />}
                    </WithDialogs>
                </Suspense>
            </ChunkBoundary>
            <Toasts />
        </>
    );
};
