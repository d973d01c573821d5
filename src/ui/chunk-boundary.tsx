import ExclamationCircleIcon from "@patternfly/react-icons/dist/esm/icons/exclamation-circle-icon.js";
import { EmptyStatePanel } from "cockpit-components-empty-state";
import { Component } from "react";
import type { ReactNode } from "react";

import { _ } from "../i18n.ts";

import { isFailedImport } from "./failed-import.ts";
import { updatedWords } from "./updated-words.ts";

interface ChunkBoundaryProps {
    /** Where in the page the person is: at another place, what failed here is tried no more. */
    readonly place: string | undefined;
    readonly children: ReactNode;
}

interface ChunkBoundaryState {
    readonly place: string | undefined;
    readonly failure?: Error | undefined;
}

/**
 * Stands around everything that is loaded when it is first needed. After an upgrade of the package, the files that
 * an open page would load are gone; without this, React would leave a blank page. A screen that stops working takes
 * no other with it.
 */
export class ChunkBoundary extends Component<ChunkBoundaryProps, ChunkBoundaryState> {
    override state: ChunkBoundaryState = { place: this.props.place };

    static getDerivedStateFromError(failure: Error) {
        return { failure };
    }

    static getDerivedStateFromProps({ place }: ChunkBoundaryProps, state: ChunkBoundaryState) {
        return state.place === place ? null : { place, failure: undefined };
    }

    override render() {
        const { failure } = this.state;
        if (!failure) return this.props.children;
        const { title, text, reload } = updatedWords();
        const isUpdated = isFailedImport(failure);
        return (
            <EmptyStatePanel
                icon={ExclamationCircleIcon}
                title={isUpdated ? title : _("This page stopped working")}
                paragraph={isUpdated ? text : failure.message}
                action={reload}
                onAction={() => window.location.reload()}
            />
        );
    }
}
