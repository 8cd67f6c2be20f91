import { Injectable } from '@nestjs/common';
import { UPSTREAMS } from '../config/bureau-address';
import { Gauges } from '../metrics/gauges';
import { BureauHttp } from './bureau-http';

/** Which bureaus this process does not call just now, because they failed; the next trial is ten seconds away. */
@Injectable()
export class LineGauges {
  constructor(http: BureauHttp, gauges: Gauges) {
    gauges.add(async () => [
      '# TYPE bureau_line_open gauge',
      ...UPSTREAMS.map((bureau) => `bureau_line_open{bureau="${bureau}"} ${http.state(bureau) === 'closed' ? 0 : 1}`),
    ]);
  }
}
