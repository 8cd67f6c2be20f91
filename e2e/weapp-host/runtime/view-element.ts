import type { GeneralComponent, GeneralNode } from 'glass-easel';
import { Component } from 'glass-easel';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The window of one page's iframe. Its constructors differ from the outer window's. */
export type ViewWindow = Window & typeof globalThis;

/** A `wx-*` element of a page: a DOM element that glass-easel has tied to its own node. */
export interface ViewElement extends HTMLElement {
  __wxElement?: GeneralNode;
  /** Events that `bind…` and `catch…` of the template wait for here; absent when there is none. */
  listensTo?: Set<string>;
  /** Two-way bindings (`model:value`) by attribute. */
  modelBindings?: Record<string, (value: unknown) => void>;
  /** Attribute values as the template gave them, of any type. */
  readonly props?: Record<string, unknown>;
  /** What a built-in does by itself when tapped. */
  onTap?(event: { readonly target: EventTarget | null }): void;
  /** Built-ins that a form collects. */
  formValue?(): unknown;
  formReset?(): void;
}

/** glass-easel's component behind an element; undefined for a plain built-in. */
export function componentOf(element: ViewElement): GeneralComponent | undefined {
  return Component.isComponent(element.__wxElement) ? element.__wxElement : undefined;
}

/** The component in whose template the element stands. */
export function ownerOf(element: ViewElement): GeneralNode | undefined {
  return element.__wxElement?.ownerShadowRoot?.getHostNode();
}

export function centreOf(element: Element): Point {
  const box = element.getBoundingClientRect();
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}
