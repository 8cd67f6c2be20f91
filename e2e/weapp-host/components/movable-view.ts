import type { BaseElementClass } from './base-element';

/** `movable-view`: goes where it is told, at once; a finger does not drag it. */
export function createMovableView(Base: BaseElementClass) {
  return class MovableViewElement extends Base {
    private at = { x: 0, y: 0 };

    override propertyChanged(name: string, value: unknown): void {
      if (name === 'x') this.place(Number(value), this.at.y);
      if (name === 'y') this.place(this.at.x, Number(value));
    }

    /** Throws when it is disabled or bound to the other direction. */
    moveTo(x: number, y: number): void {
      if (this.isDisabled) throw new Error('the movable-view is disabled');
      const direction = String(this.props.direction ?? 'none');
      if (direction === 'none') throw new Error('the movable-view has no direction');
      const to = { x: direction === 'vertical' ? this.at.x : x, y: direction === 'horizontal' ? this.at.y : y };
      this.place(to.x, to.y);
      this.fire('change', { ...to, source: 'touch' });
    }

    private place(x: number, y: number): void {
      this.at = { x, y };
      this.style.transform = `translate(${x}px, ${y}px)`;
    }
  };
}
