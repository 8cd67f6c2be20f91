import { fireEvent, fireTap, touchAt } from '../../runtime/events';
import { isRecord, jsonCopy, valueAt } from '../../runtime/json';
import { centreOf, componentOf, type ViewElement } from '../../runtime/view-element';
import { builtInFunction } from './built-in-functions';
import { attributeOf, innerWxmlOf, wxmlOf } from './describe-element';
import type { ElementRegistry } from './element-registry';
import { findInside } from './find-elements';
import { firstHandle } from './first-handle';
import { type AutomatorMethods, listParam, type MethodParts, type Params, textsParam } from './method-parts';
import { touchablePoint } from './tap-target';

const LONG_PRESS_MS = 350;

/** `Element.*`: looking at and touching one element. */
export function elementMethods(parts: MethodParts, registry: ElementRegistry): AutomatorMethods {
  const scopes = new Set(Object.values(parts.bundle.scopes).filter(Boolean));
  const element = (params: Params): ViewElement => registry.find(params.elementId);
  return {
    ...lookingMethods(element, scopes),
    ...touchingMethods(element, parts),
    ...componentMethods(element),
    'Element.getElement': (params) => firstHandle(findInside(element(params), params), params.selector, registry),
    'Element.getElements': (params) => ({
      elements: findInside(element(params), params).map((found) => registry.handle(found)),
    }),
    'Element.callFunction': (params) => ({
      result: builtInFunction(String(params.functionName))(element(params), listParam(params, 'args')),
    }),
  };
}

type Find = (params: Params) => ViewElement;

function lookingMethods(element: Find, scopes: ReadonlySet<string>): AutomatorMethods {
  const perName = (params: Params, read: (name: string) => unknown): unknown[] => textsParam(params, 'names').map(read);
  return {
    'Element.getAttributes': (params) => ({
      attributes: perName(params, (name) => attributeOf(element(params), name, scopes)),
    }),
    'Element.getDOMProperties': (params) => ({
      properties: perName(params, (name) =>
        name === 'innerText' ? element(params).innerText : valueAt(element(params), name),
      ),
    }),
    'Element.getProperties': (params) => ({ properties: perName(params, (name) => propertyOf(element(params), name)) }),
    'Element.getStyles': (params) => {
      const style = element(params).ownerDocument.defaultView?.getComputedStyle(element(params));
      return { styles: perName(params, (name) => style?.getPropertyValue(name) || Reflect.get(style ?? {}, name)) };
    },
    'Element.getOffset': (params) => {
      const box = element(params).getBoundingClientRect();
      const view = element(params).ownerDocument.defaultView;
      return { left: box.left + (view?.scrollX ?? 0), top: box.top + (view?.scrollY ?? 0) };
    },
    'Element.getWXML': (params) => ({
      wxml: params.type === 'outer' ? wxmlOf(element(params), scopes) : innerWxmlOf(element(params), scopes),
    }),
  };
}

/** The client asks `__propPublic` first and reads only names that are true in it. */
function propertyOf(element: ViewElement, name: string): unknown {
  const data = componentOf(element)?.data ?? {};
  const props = element.props ?? {};
  if (name === '__propPublic') {
    const names = [...Object.keys(data), 'value', 'checked', 'current'];
    // Defaults stand behind the properties a template gave: `in` walks over both.
    for (const name in props) names.push(name);
    return Object.fromEntries(names.map((known) => [known, true]));
  }
  if (name in data) return jsonCopy(data[name]);
  const own: unknown = name === 'value' || name === 'checked' ? Reflect.get(element, name) : undefined;
  return own ?? props[name];
}

function touchingMethods(element: Find, { dialogs, foreground }: MethodParts): AutomatorMethods {
  const pressedAt = new WeakMap<ViewElement, number>();
  const touch = (type: string) => (params: Params) => {
    const target = element(params);
    const point = centreOf(target);
    const changed = [touchAt(point)];
    if (type === 'touchstart') pressedAt.set(target, performance.now());
    const started = pressedAt.get(target);
    if (type === 'touchend' && started !== undefined && performance.now() - started >= LONG_PRESS_MS) {
      fireEvent(target, 'longpress', point, { touches: [], changedTouches: changed });
    }
    const given = { touches: params.touches, changedTouches: params.changedTouches ?? params.changeTouches };
    fireEvent(target, type, point, {
      touches: Array.isArray(given.touches) ? given.touches : changed,
      changedTouches: Array.isArray(given.changedTouches) ? given.changedTouches : changed,
    });
  };
  return {
    'Element.tap': (params) => {
      const target = element(params);
      if (!foreground.isInFront) throw new Error('the page cannot be tapped: the app is in the background');
      if (dialogs.covering) throw new Error(`the page cannot be tapped: it is covered by ${dialogs.covering}`);
      fireTap(target, touchablePoint(target));
    },
    'Element.touchstart': touch('touchstart'),
    'Element.touchmove': touch('touchmove'),
    'Element.touchend': touch('touchend'),
    'Element.triggerEvent': (params) => fireEvent(element(params), String(params.type), params.detail),
    'Element.dispatchEvent': (params) => {
      const detail = isRecord(params.detail) ? params.detail : {};
      const lists = { touches: listParam(params, 'touches'), changedTouches: listParam(params, 'changedTouches') };
      fireEvent(element(params), String(params.eventName), detail, lists);
    },
  };
}

function componentMethods(element: Find): AutomatorMethods {
  const caller = (params: Params) => {
    const component = componentOf(element(params));
    if (!component) throw new Error('the element is not a custom component');
    return component.getMethodCaller();
  };
  return {
    'Element.getData': (params) => ({
      data: jsonCopy(valueAt(caller(params).data, params.path as string | undefined)),
    }),
    'Element.setData': (params) => caller(params).setData(params.data as Record<string, unknown>),
    'Element.callMethod': async (params) => {
      const owner = caller(params);
      const method = owner[String(params.method)];
      if (typeof method !== 'function') throw new Error(`the component has no method ${String(params.method)}`);
      return { result: jsonCopy(await method.apply(owner, listParam(params, 'args'))) };
    },
  };
}
