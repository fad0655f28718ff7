import { type Chance, weighted } from './chance.ts';
import { type Segment, segments } from './model.ts';

/** Kinds of work that talk about their day alike. */
export type Sector = 'care' | 'road' | 'shop' | 'field' | 'teach';

/** What a customer does, and the English words in which they speak of it. */
export type Trade = {
	key: string;
	sector: Sector;
	person: string;
	people: string;
	job: string;
	jobs: string;
	worker: string;
	workers: string;
	place: string;
	places: string;
};

/** Trade, sector, share in per cent of Enterprise, Team and Solo, and the words of the trade, one and many. */
const table = `
clinic | care | 24 | 11 | 0 | patient, patients, appointment, appointments, nurse, nurses, clinic, clinics
dental | care | 12 | 17 | 0 | patient, patients, appointment, appointments, hygienist, hygienists, practice, practices
vet | care | 9 | 7 | 0 | pet owner, pet owners, appointment, appointments, vet, vets, surgery, surgeries
home | care | 13 | 3 | 0 | client, clients, visit, visits, carer, carers, branch, branches
freight | road | 30 | 13 | 0 | customer, customers, load, loads, driver, drivers, depot, depots
courier | road | 0 | 8 | 0 | customer, customers, drop, drops, rider, riders, hub, hubs
garage | shop | 0 | 16 | 0 | customer, customers, job, jobs, mechanic, mechanics, workshop, workshops
heating | field | 0 | 13 | 0 | customer, customers, call-out, call-outs, engineer, engineers, office, offices
lifts | field | 12 | 0 | 0 | client, clients, inspection, inspections, technician, technicians, branch, branches
physio | care | 0 | 8 | 14 | patient, patients, session, sessions, physio, physios, practice, practices
driving | teach | 0 | 4 | 10 | learner, learners, lesson, lessons, instructor, instructors, school, schools
tutor | teach | 0 | 0 | 18 | student, students, lesson, lessons, tutor, tutors, studio, studios
music | teach | 0 | 0 | 11 | pupil, pupils, lesson, lessons, teacher, teachers, studio, studios
groomer | shop | 0 | 0 | 11 | client, clients, groom, grooms, groomer, groomers, salon, salons
hair | shop | 0 | 0 | 10 | client, clients, appointment, appointments, stylist, stylists, salon, salons
locks | field | 0 | 0 | 6 | customer, customers, call-out, call-outs, locksmith, locksmiths, van, vans
handy | field | 0 | 0 | 12 | customer, customers, job, jobs, fitter, fitters, van, vans
therapy | care | 0 | 0 | 8 | client, clients, session, sessions, therapist, therapists, practice, practices
`;

const trades = table
	.trim()
	.split('\n')
	.map((row) => {
		const [key, sector, enterprise, team, solo, words] = row.split(' | ');
		const [person, people, job, jobs, worker, workers, place, places] = words.split(', ');
		const trade: Trade = { key, sector: sector as Sector, person, people, job, jobs, worker, workers, place, places };
		return { trade, shares: { Enterprise: Number(enterprise), Team: Number(team), Solo: Number(solo) } };
	});

const pickers = Object.fromEntries(
	segments.map((segment) => [segment, weighted(trades.map(({ trade, shares }) => [trade, shares[segment]] as const))])
);

export const anyTrade = (segment: Segment, chance: Chance): Trade => pickers[segment](chance);
