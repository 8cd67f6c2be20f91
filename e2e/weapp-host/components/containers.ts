import { type BaseElementClass, isTruthy, type ViewParts } from './base-element';

/** `scroll-view`. */
export function createScrollView(Base: BaseElementClass, { view }: ViewParts) {
  return class ScrollViewElement extends Base {
    constructor() {
      super();
      this.addEventListener('scroll', () => {
        const { scrollLeft, scrollTop, scrollHeight, scrollWidth } = this;
        this.fire('scroll', { scrollLeft, scrollTop, scrollHeight, scrollWidth, deltaX: 0, deltaY: 0 });
        const left = scrollHeight - scrollTop - this.clientHeight;
        if (left <= Number(this.props['lower-threshold'])) this.fire('scrolltolower', { direction: 'bottom' });
        if (scrollTop <= Number(this.props['upper-threshold'])) this.fire('scrolltoupper', { direction: 'top' });
      });
    }

    override propertyChanged(name: string, value: unknown): void {
      if (name === 'scroll-y') this.style.overflowY = isTruthy(value) ? 'auto' : 'hidden';
      if (name === 'scroll-x') this.style.overflowX = isTruthy(value) ? 'auto' : 'hidden';
      if (name === 'scroll-top' && value !== undefined && value !== '')
        this.scrollTop = Number.parseFloat(String(value));
      if (name === 'scroll-into-view' && value) {
        view.requestAnimationFrame(() => view.document.getElementById(String(value))?.scrollIntoView());
      }
    }
  };
}

/** `swiper`: shows one item at a time, without animation. */
export function createSwiper(Base: BaseElementClass, { view }: ViewParts) {
  return class SwiperElement extends Base {
    private shown = 0;

    connectedCallback(): void {
      view.requestAnimationFrame(() => this.showItem(Number(this.props.current) || 0));
    }

    override propertyChanged(name: string, value: unknown): void {
      if (name === 'current' && this.isConnected) this.showItem(Number(value) || 0);
    }

    swipeTo(index: number): void {
      if (index === this.shown) return;
      this.showItem(index);
      const detail = { current: index, currentItemId: '', source: 'touch' };
      this.fire('change', detail);
      this.fire('animationfinish', detail);
    }

    private showItem(index: number): void {
      this.shown = index;
      const items = [...this.querySelectorAll<HTMLElement>('wx-swiper-item')];
      items
        .filter((item) => item.closest('wx-swiper') === this)
        .forEach((item, position) => {
          item.style.display = position === index ? 'block' : 'none';
        });
    }
  };
}

const ROUTE_OF: Readonly<Record<string, string>> = {
  navigate: 'navigateTo',
  redirect: 'redirectTo',
  switchTab: 'switchTab',
  reLaunch: 'reLaunch',
  navigateBack: 'navigateBack',
};

/** `navigator`. */
export function createNavigator(Base: BaseElementClass, { actions }: ViewParts) {
  return class NavigatorElement extends Base {
    onTap(): void {
      const kind = ROUTE_OF[String(this.props['open-type'] ?? 'navigate')];
      if (kind) actions.navigate(kind, { url: this.props.url, delta: Number(this.props.delta) || 1 });
    }
  };
}
