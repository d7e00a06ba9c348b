import { Injectable } from '@nestjs/common';
import { type Organisation, PeopleService } from './people.service.js';
import { type Role, ROLES } from './permissions.js';
import { readablePassword } from './readable-password.js';

/** How to sign in as one of the demonstration people. */
export interface DemoSignIn {
  organisation: string;
  role: Role;
  email: string;
  password: string;
}

const SUPPORT = ['Samaritans, day and night, on 116 123', 'your own GP or occupational health'];

const ORGANISATIONS: Omit<Organisation, 'organisation_id'>[] = [
  {
    kind: 'mdo',
    name: 'Example Medical Defence',
    slug: 'mdo',
    jurisdiction: 'england',
    contacts: {
      complaintsContact: 'feedback@mdo.example or 020 7946 0101',
      phone: '020 7946 0100',
      email: 'advice@mdo.example',
      website: 'https://mdo.example/feedback',
      address: '1 Example Square, London',
      pressOffice: 'press@mdo.example',
      dataProtectionContact: 'dpo@mdo.example',
      safeguardingLead: 'safeguarding@mdo.example',
      adviceLine: '020 7946 0102',
      adviceHours: 'Monday to Friday, 8 am to 6 pm; emergencies at any time',
      membershipLine: '020 7946 0103',
      medicoLegalEmail: 'advice@mdo.example',
      pressHours: 'Monday to Friday, 9 am to 5 pm',
      complaintsAdvocacy: 'your local NHS complaints advocacy service',
      complaintsOmbudsman: 'the Parliamentary and Health Service Ombudsman',
      supportServices: SUPPORT,
    },
  },
  {
    kind: 'trust',
    name: 'Example Hospital Trust',
    slug: 'trust',
    jurisdiction: 'england',
    contacts: {
      complaintsContact: 'feedback@trust.example or 0113 496 0201',
      phone: '0113 496 0200',
      email: 'feedback@trust.example',
      website: 'https://trust.example/feedback',
      address: '2 Example Road, Leeds',
      pressOffice: 'press@trust.example',
      dataProtectionContact: 'dpo@trust.example',
      safeguardingLead: 'safeguarding@trust.example',
      adviceLine: '0113 496 0202',
      adviceHours: 'Monday to Friday, 9 am to 5 pm',
      complaintsAdvocacy: 'your local NHS complaints advocacy service',
      complaintsOmbudsman: 'the Parliamentary and Health Service Ombudsman',
      supportServices: SUPPORT,
    },
  },
];

const PEOPLE: Record<Role, string> = {
  doctor: 'Dr Dana Doctor',
  adviser: 'Ada Adviser',
  approver: 'Alex Approver',
  press: 'Pat Press',
  dpo: 'Dilys Protection',
  manager: 'Mo Manager',
  admin: 'Ash Admin',
};

/** Two organisations with a person in each role, and a second adviser so that there is a second person. */
@Injectable()
export class DemoService {
  constructor(private readonly people: PeopleService) {}

  /** Makes them once. @returns the sign-ins, or undefined when there are organisations already. */
  async make(): Promise<DemoSignIn[] | undefined> {
    if ((await this.people.listOrganisations()).length > 0) return undefined;
    const signIns: DemoSignIn[] = [];
    for (const organisation of ORGANISATIONS) {
      const organisationId = await this.people.addOrganisation(organisation);
      for (const role of ROLES) {
        const email = `${role}@${organisation.slug}.example`;
        const password = readablePassword();
        await this.people.addPerson(organisationId, { name: PEOPLE[role], email, password, role });
        signIns.push({ organisation: organisation.name, role, email, password });
      }
    }
    return signIns;
  }
}
