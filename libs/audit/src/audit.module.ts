import { Global, Module } from '@nestjs/common';
import { AuditSealer } from './audit-sealer.js';
import { AuditTrail } from './audit-trail.js';
import { AuditVerifier } from './audit-verifier.js';

/** The trail that every lib writes to. */
@Global()
@Module({
  providers: [AuditTrail, AuditSealer, AuditVerifier],
  exports: [AuditTrail, AuditSealer, AuditVerifier],
})
export class AuditModule {}
