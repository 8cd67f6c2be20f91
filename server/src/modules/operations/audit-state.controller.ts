import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentStaff, type Staff } from '../../platform/auth/current';
import { Access } from '../../platform/http/access';
import { AuditState, type AuditStateView } from './audit-state.service';
import { auditStateSchema } from './operations.schema';

@ApiTags('staff')
@Controller('api/v1/staff/audit')
export class AuditStateController {
  constructor(private readonly state: AuditState) {}

  @Get()
  @Access('staff', ['auditor'])
  @ApiOperation({ summary: 'Whether any audit record was changed or removed since it was sealed' })
  @ApiOkResponse({ schema: auditStateSchema })
  read(@CurrentStaff() { staffId }: Staff): Promise<AuditStateView> {
    return this.state.read(staffId);
  }
}
