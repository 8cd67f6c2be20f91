import { type BaseElementClass, isTruthy } from './base-element';

type ToggleKind = 'switch' | 'checkbox' | 'radio';

/** A member of a group, as its group sees it. */
interface ToggleLike extends HTMLElement {
  checked: boolean;
  readonly props: Record<string, unknown>;
  show(checked: boolean): void;
}

/** `switch`, `checkbox` and `radio`. The last two report their change through the group around them. */
export function createToggle(Base: BaseElementClass, kind: ToggleKind) {
  return class ToggleElement extends Base implements ToggleLike {
    checked = false;

    override propertyChanged(name: string, value: unknown): void {
      if (name === 'checked') this.show(isTruthy(value));
    }

    show(checked: boolean): void {
      this.checked = checked;
      this.toggleAttribute('data-on', checked);
    }

    onTap(): void {
      if (this.isDisabled || (kind === 'radio' && this.checked)) return;
      if (kind === 'switch') {
        this.show(!this.checked);
        this.fire('change', { value: this.checked });
        return;
      }
      const group = this.closest<GroupLike>(`wx-${kind}-group`);
      if (kind === 'radio') for (const other of members(group, kind)) other.show(false);
      this.show(kind === 'radio' || !this.checked);
      group?.fire('change', { value: group.formValue() });
    }

    formValue(): unknown {
      return this.checked;
    }
  };
}

interface GroupLike extends HTMLElement {
  fire(type: string, detail: Record<string, unknown>): void;
  formValue(): unknown;
}

/** `checkbox-group` and `radio-group`. */
export function createGroup(Base: BaseElementClass, kind: 'checkbox' | 'radio') {
  return class GroupElement extends Base implements GroupLike {
    formValue(): unknown {
      const chosen = members(this, kind)
        .filter((member) => member.checked)
        .map((member) => member.props.value);
      return kind === 'radio' ? (chosen[0] ?? '') : chosen;
    }
  };
}

function members(group: HTMLElement | null, kind: ToggleKind): ToggleLike[] {
  return group ? [...group.querySelectorAll<ToggleLike>(`wx-${kind}`)] : [];
}
