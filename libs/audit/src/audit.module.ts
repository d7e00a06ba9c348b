import { Global, Module } from '@nestjs/common';
import { AuditSealer } from './audit-sealer.js';
import { AuditParts } from './audit-parts.js';
import { AuditTrail } from './audit-trail.js';
import { AuditVerifier } from './audit-verifier.js';

/** The trail that every lib writes to. */
@Global()
@Module({
  providers: [AuditParts, AuditTrail, AuditSealer, AuditVerifier],
  exports: [AuditParts, AuditTrail, AuditSealer, AuditVerifier],
})
export class AuditModule {}
