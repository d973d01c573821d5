import { Suspense, lazy, useEffect } from "react";

import { _ } from "./i18n.ts";
import { Navigation } from "./pages/navigation.tsx";
import { NotFound } from "./pages/not-found.tsx";
import { Overview } from "./pages/overview/overview.tsx";
import { parseRoute } from "./routes.ts";
import type { Route } from "./routes.ts";
import { useAddress } from "./store/hooks.ts";
import { startRefreshing } from "./store/refresh.ts";
import { ChunkBoundary } from "./ui/chunk-boundary.tsx";
import { PageFrame } from "./ui/page-frame.tsx";
import { Waiting } from "./ui/waiting.tsx";

const ActivityPage = lazy(() => import("./pages/activity/activity-page.tsx"));
const PoolPage = lazy(() => import("./pages/pool/pool-page.tsx"));

const Screen = ({ route }: { readonly route: Route }) => {
    switch (route.screen) {
        case "overview":
            return <Overview />;
        case "pool":
            return <PoolPage name={route.pool} tab={route.tab} />;
        case "activity":
            return <ActivityPage route={route} />;
    }
};

/** The whole page: the way to the other screens, and the screen that the address names. */
export const App = () => {
    useEffect(startRefreshing, []);
    const { path, options } = useAddress();
    const route = parseRoute(path, options);

    return (
        <>
            <Navigation screen={route?.screen} />
            <ChunkBoundary>
                <Suspense fallback={<PageFrame title={_("ZFS")}>{<Waiting />}</PageFrame>}>
                    {route ? <Screen route={route} /> : <NotFound what={_("This page does not exist")} />}
                </Suspense>
            </ChunkBoundary>
        </>
    );
};
