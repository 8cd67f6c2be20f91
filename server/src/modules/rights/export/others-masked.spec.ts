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

  it('of somebody who was never confirmed keeps no name whole', () => {
    expect(othersMasked({ deceasedName: '测试乙', idNumber: THEIRS }, {})).toEqual({
      deceasedName: '测*乙',
      idNumber: '4****************4',
    });
  });
});
