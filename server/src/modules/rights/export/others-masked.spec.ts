import { othersMasked } from './others-masked';

const own = { name: '测试甲', idNumber: '11010519491231002X' };
const THEIRS = '440524188001010014';

describe('a copy', () => {
  it('keeps its owner’s name and number whole, and masks everybody else’s wherever they stand', () => {
    const typed = {
      applicant: { name: '测试甲', idNumber: own.idNumber, phone: '13800005678' },
      members: [{ name: '王小明', idNumber: THEIRS, phone: '13900001234', relation: 'child' }],
      statement: `我儿子 ${THEIRS} 住院，我是 ${own.idNumber}`,
    };
    expect(othersMasked(typed, own)).toEqual({
      applicant: { name: '测试甲', idNumber: own.idNumber, phone: '13800005678' },
      members: [{ name: '王*明', idNumber: '4****************4', phone: '139****1234', relation: 'child' }],
      statement: `我儿子 4****************4 住院，我是 ${own.idNumber}`,
    });
  });

  it('hides whoever else is called in what was typed, and leaves the phone that was given as one’s own', () => {
    const typed = {
      name: '测试甲',
      phone: '13800005678',
      statement: '打 138 0000 5678，没人接就打我妹妹 139-0000-1234，或者 022-23456789',
      kin: { name: '王小明', phone: '13900001234' },
    };
    expect(othersMasked(typed, own)).toEqual({
      name: '测试甲',
      phone: '13800005678',
      statement: '打 138 0000 5678，没人接就打我妹妹 139-****-1234，或者 022-23456789',
      kin: { name: '王*明', phone: '139****1234' },
    });
    expect(othersMasked('打我妹妹 13900001234', own)).toBe('打我妹妹 139****1234');
    expect(othersMasked(['13800005678', '6222021234567894'], own)).toEqual(['13800005678', '6222021234567894']);
  });

  it('takes no id for somebody’s number', () => {
    const id = '0000000d-1234-5678-8abc-138123456789';
    expect(othersMasked({ id, at: '2026-11-25T02:00:00.000Z' }, own)).toEqual({ id, at: '2026-11-25T02:00:00.000Z' });
  });

  it('of somebody who was never confirmed keeps no name whole', () => {
    expect(othersMasked({ deceasedName: '测试乙', idNumber: THEIRS }, {})).toEqual({
      deceasedName: '测*乙',
      idNumber: '4****************4',
    });
  });
});
