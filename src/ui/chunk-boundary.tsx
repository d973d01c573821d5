import ExclamationCircleIcon from "@patternfly/react-icons/dist/esm/icons/exclamation-circle-icon.js";
import { EmptyStatePanel } from "cockpit-components-empty-state";
import { Component } from "react";
import type { ReactNode } from "react";

import { _ } from "../i18n.ts";

import { updatedWords } from "./updated-words.ts";

interface ChunkBoundaryProps {
    readonly children: ReactNode;
}

/**
 * Stands around everything that is loaded when it is first needed. After an upgrade of the package, the files that
 * an open page would load are gone; without this, React would leave a blank page.
 */
export class ChunkBoundary extends Component<ChunkBoundaryProps, { readonly failure?: Error }> {
    override state: { readonly failure?: Error } = {};

    static getDerivedStateFromError(failure: Error) {
        return { failure };
    }

    override render() {
        const { failure } = this.state;
        if (!failure) return this.props.children;
        const { title, text, reload } = updatedWords();
        const isUpdated = /import|module/i.test(failure.message);
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
