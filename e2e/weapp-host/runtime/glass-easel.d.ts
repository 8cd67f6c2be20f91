/** The few parts of the glass-easel trio (0.12.1) the host touches; their own typings are generic beyond use here. */

declare module 'glass-easel' {
  export interface GeneralNode {
    id: string;
    dataset: Record<string, unknown>;
    readonly $$?: HTMLElement;
    getBackendElement?(): HTMLElement | null;
    /** A built-in's attribute as the template gave it, of any type; null when it has none. */
    getAttribute?(name: string): unknown;
    readonly ownerShadowRoot?: { getHostNode(): GeneralNode } | null;
  }
  export interface GeneralComponent extends GeneralNode {
    readonly is: string;
    readonly tagName?: string;
    readonly data?: Record<string, unknown>;
    getMethodCaller(): import('glass-easel-miniprogram-adapter').Caller;
  }
  export interface EventFlags {
    bubbles: boolean;
    composed: boolean;
    capturePhase: boolean;
    extraFields?: Record<string, unknown>;
  }
  export interface ShadowedEvent {
    target: unknown;
    currentTarget: unknown;
    timeStamp: number;
  }
  export class Event {
    static triggerEvent(node: GeneralNode, type: string, detail: unknown, flags: EventFlags): void;
    wrapShadowedEvent(target: GeneralNode, mark: unknown, currentTarget: GeneralNode): ShadowedEvent;
  }
  export class CurrentWindowBackendContext {
    document: {
      createElement(tag: string): unknown;
      createTextNode(text: string): unknown;
      createDocumentFragment(): unknown;
    };
    getRootNode(): unknown;
    onEvent(): void;
    setListenerStats(element: unknown, type: string): void;
    setModelBindingStat(element: unknown, attribute: string, listener: ((value: unknown) => void) | null): void;
    render(callback: (error: Error | null) => void): void;
    getWindowWidth(): number;
    getWindowHeight(): number;
  }
  export const Component: { isComponent(node: unknown): node is GeneralComponent };
  export const globalOptions: { writeExtraInfoToAttr: boolean; writeFieldsToNode: boolean };
  export function addGlobalWarningListener(listener: (message: string) => boolean | undefined): void;
  export function addGlobalErrorListener(listener: (error: unknown) => boolean): void;
  export function safeCallback(name: string, method: unknown, caller: unknown, args: readonly unknown[]): unknown;
}

declare module 'glass-easel-miniprogram-adapter' {
  import type { CurrentWindowBackendContext, GeneralComponent } from 'glass-easel';

  /** What `this` is in a page or component: the logic layer's view of it. */
  export interface Caller {
    readonly is: string;
    data: Record<string, unknown>;
    setData(data: Record<string, unknown>, callback?: () => void): void;
    createSelectorQuery(): unknown;
    createIntersectionObserver(options?: unknown): unknown;
    [method: string]: unknown;
  }
  export namespace component {
    class ComponentCaller {
      readonly is: string;
      setData(data: Record<string, unknown>, callback?: () => void): void;
    }
  }
  export interface Registrars {
    Page(definition: unknown): void;
    Component(definition: unknown): void;
    Behavior(definition: unknown): unknown;
  }
  export interface Root {
    get(): Caller;
    getComponent(): GeneralComponent;
    attach(parent: HTMLElement, placeholder: HTMLElement): void;
    release(): void;
  }
  export interface Backend {
    createRoot(tag: string, space: CodeSpace, path: string): Root;
  }
  export interface CodeSpace {
    addComponentStaticConfig(path: string, config: unknown): void;
    addStyleSheet(path: string, sheet: undefined, scope: string): void;
    addCompiledTemplate(path: string, template: object): void;
    behavior(): { definition(definition: object): { register(): unknown } };
    componentEnv(path: string, run: (registrars: Registrars) => void): void;
  }
  export class MiniProgramEnv {
    createCodeSpace(name: string, isMain: boolean): CodeSpace;
    associateBackend(context: CurrentWindowBackendContext): Backend;
  }
}

declare module '*.css' {
  const text: string;
  export default text;
}
