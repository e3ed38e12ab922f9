/**
 * Words and phrases that people use for one another when they ask, whatever the business: another word, another form
 * that no stem joins (`paid` and `payment`), a short form. Groups are parted by `|`; a word may be in several.
 */
export const english = `price, cost, fee, charge, rate, how much, expensive, pricing, tariff | cheap, cheaper, discount, reduced, less,
  concession, save, affordable, half price | free, no charge, no cost, gratis, complimentary, included | pay, paid, payment, paying |
  refund, money back, reimburse, reimbursement, pay back, paid back, returned money | bill, invoice, receipt, statement |
  bill, charge, charged, billed | deduct, charge, debit | overcharged, charged too much, wrong amount | money, amount, sum, cash | deposit, down payment |
  buy, bought, purchase, order, get | sell, sold, sale, offer | order, ordered, purchase | coupon, voucher, promo code, discount code, gift card |
  voucher, gift card, gift certificate | instalment, installment, pay later | wage, salary, pay, income | raise, pay rise, increase |
  cancel, terminate, quit, unsubscribe, call off, give notice, cancellation, termination | end, terminate, expire, finish, over |
  contract, agreement, policy, subscription, membership, plan | subscribe, subscription, subscriber, plan | member, membership |
  withdraw, withdrawal, revoke, change my mind | pause, suspend, freeze, put on hold, interrupt | renew, renewal, extend, prolong, extension |
  deadline, due date, until when, latest, time limit, due | expire, expiry, valid, validity, lapse, run out |
  deliver, delivery, ship, shipping, shipment, dispatch, send, arrive | parcel, package, packet, shipment | send, sent, ship, mail, post |
  arrive, arrival, come, get here | track, tracking, where is | return, give back, send back, bring back, returned | exchange, swap, replace, replacement |
  pick up, collect, collection, pickup, takeaway | abroad, foreign, international, overseas, other countries, another country | customs, duty, import tax |
  broken, defective, faulty, damaged, does not work, not working, doesn t work, out of order, malfunction | fix, repair, mend, service |
  break, broke, broken | crack, cracked, broken | damage, damaged, harm | problem, issue, trouble, error, fault, complaint |
  complain, complaint, dissatisfied, unhappy, not happy | guarantee, warranty | lost, lose, lost property, missing, left behind, left, forgot, loss |
  steal, stolen, stole, theft, rob, robbed, robbery, thief | find, found | forget, forgot, forgotten |
  login, log in, sign in, signin, log on, access | log out, logout, sign out | register, registration, sign up, signup, create an account, enrol, enroll, enrolment, join |
  password, passcode, pin, login | username, user name, login | reset, restore, recover | delete, remove, erase, get rid of, deletion, removal |
  change, modify, edit, update, switch, alter, amend, adjust, correct | move, moving, relocate, transfer, new address | set up, setup, configure, configuration, install |
  set, setting, option, preference, adjust | turn on, switch on, enable, activate, activation | turn off, switch off, disable, deactivate, shut down |
  upgrade, higher plan, update | downgrade, lower plan | add, create, new, invite | invite, invitation, add | share, give access, invite | upload, attach, import, add |
  download, export, save, get a copy | copy, duplicate, backup | undo, restore, roll back, revert, take back, bring back | block, blocked, locked, banned, suspended, ban |
  connect, link, integrate, integration, connection | outage, down, downtime, unavailable, offline | slow, lag, performance, speed |
  crash, freeze, hang, stopped working | hide, hidden, private, invisible | show, display, see, view | print, printout | scan, scanner |
  phone, telephone, mobile, smartphone, cell phone, cellphone | call, phone, ring, telephone | text message, sms, text | email, e-mail, mail, message |
  notification, alert, reminder, notify | photo, picture, image, snapshot | video, film, movie, clip, recording | computer, pc, laptop, desktop, notebook |
  app, application, software, program | web site, website, site, web page, online | wifi, internet, wireless, wlan | tv, television | two factor, 2fa, two-factor, mfa, second factor, two step, authenticator |
  id, identity card, passport, identification, identity document | document, paper, form, paperwork | certificate, proof, note, attestation |
  sign, signature, signed | fill in, complete, fill out | apply, application, applicant, applying | approve, approval, permission, consent |
  allow, allowed, permit, permitted, permission, may | forbidden, prohibited, banned, not allowed, never | mandatory, compulsory, required, obligatory, must, have to, necessary |
  require, requirement, need, necessary, condition | possible, available, can | rule, policy, regulation, terms | law, legal, statutory |
  open, opening, opening hours, open hours, business hours | close, closed, closing, shut | hour, time, o clock | when, time, date | holiday, vacation, leave, time off, day off, days off, pto |
  holiday, public holiday, bank holiday, christmas, easter | trip, journey, travel, tour, ride | sick, ill, illness, sickness, unwell, disease |
  doctor, physician, gp, medical | hospital, clinic, emergency | hurt, injured, injury, injure, wounded | accident, crash, collision, crashed | emergency, urgent, urgently, emergencies |
  medicine, medication, drug, pill, prescription | pain, ache, hurt | depressed, depression, sad, counselling, psychologist, mental | appointment, meeting, slot, visit |
  book, reserve, reservation, booking | spot, place, seat | reschedule, postpone, move, change | late, delay, delayed, overdue, late fee | wait, waiting, queue |
  child, children, kid, kids, son, daughter, baby, toddler | child, minor, under 18, young people | parent, mother, father, mum, mom, dad | partner, spouse, husband, wife, girlfriend, boyfriend |
  marry, married, marriage, wedding | die, died, death, dead, deceased | birth, born, newborn | pregnant, pregnancy, maternity | maternity, paternity, parental leave |
  old, age, year of age | old, elderly, senior, pensioner | young, youth, minor | friend, guest, companion, someone else | guest, visitor |
  colleague, coworker, co worker, teammate, member, staff, people | employee, staff, worker, personnel | boss, manager, supervisor | employer, company, firm, business | company, business, organisation, organization, enterprise |
  non profit, nonprofit, charity, charities, ngo | job, work, vacancy, position, career, employment | hire, recruit, hiring, recruitment | training, course, class, lesson, education | learn, study, course |
  teacher, tutor, instructor, lecturer, professor | student, pupil, university | school, university, college | exam, examination, test | fail, failed, failure | pass, passed | dorm, dormitory, residence hall, student housing |
  dog, pet | cat, pet | pet, animal  | bike, bicycle, cycle, cycling | car, vehicle, automobile, auto | park, parking, car park, parking lot | bus, tram, train, public transport, public transportation | flight, fly, plane, flying |
  airport, shuttle, transfer | station, stop | luggage, baggage, suitcase, bag | ticket, pass, fare | petrol, gas, fuel | drive, driving, driver | licence, license | toll, fee |
  house, home, dwelling, residence | flat, apartment, dwelling, condo | room, accommodation | rent, rental, hire, lease | landlord, owner | rubbish, trash, garbage, waste, throw away, throw out, dispose, disposal |
  address, location, where are you, located, directions | near, close, nearby, closest, nearest, distance, how far | far, distance, range, away | city, town | centre, center |
  eat, food, meal, dish, restaurant | breakfast, lunch, dinner, meal | dinner, supper, evening meal, kitchen | drink, beverage, alcohol | vegan, vegetarian, plant based | allergy, allergic, allergen, intolerance | gluten, coeliac, celiac |
  big, large, size, how big, dimension, huge | small, little, tiny | heavy, weight, weigh, how heavy | long, length, duration, how long | take, last, duration | high, height, tall | wide, width | deep, depth | fast, speed, quick, quickly | hot, warm, temperature, heat | cold, cool | loud, noise, noisy, volume |
  limit, maximum, max, most, at most, restriction, cap | minimum, at least, min, minimal, least | number, amount, how many, quantity | more, additional, extra, further | difference, differ, compare, comparison | average, mean |
  start, begin, began, beginning, launch | finish, end, complete | keep, store, storage, retain | throw, discard | wash, clean, cleaning, laundry, washing | dry, drying | battery, charge, charging | waterproof, water resistant, water, rain | rain, weather, wet |
  colour, color | grainy, noisy | microphone, mic | screen, display, monitor | light, lamp, led | flash, blink | leak, leaking, drip | stuck, jam, jammed, blocked | button, key |
  help, support, assist, assistance | contact, reach, get in touch, call, email | staff, team, employee | speak, talk | answer, reply, respond, response | question, enquiry, inquiry |
  insure, insurance, insured, cover, coverage, covered | claim, report a damage, loss | deductible, excess | premium, insurance fee | beneficiary, heir | transfer, wire, send money | loan, credit, borrow, lend | interest, rate | savings, save | fraud, scam, phishing, unknown charge, don t know | safe, secure, security, protected, protect, protection |
  safe, safety, dangerous, danger | privacy, data protection, gdpr, personal data | host, stored, hosting, server | yearly, annual, annually, per year, a year | monthly, per month, a month | weekly, per week, a week | daily, per day, a day | year, annual, yearly | month, monthly | week, weekly | day, daily |
  give, grant, provide, gift | gift, present | bring, take along, carry | wear, wore, worn, clothes | clothes, clothing, dress, outfit | choose, choice, select, pick | try, trial, test, try out | grow, growth, increase | reduce, decrease, lower |
  separate, separately, split, individual | same time, simultaneously, at once | alone, unaccompanied, without | disabled, wheelchair, accessible, accessibility, disability, handicapped | lift, elevator | toilet, restroom, bathroom, wc | shower, bathroom | sport, fitness, gym, exercise, workout | pool, swimming, swim | towel, linen |
  mistake, error, wrong, accidentally, by accident, incorrect | fine, penalty, punish | police, officer | court, judge, lawsuit, sue | lawyer, attorney, legal advice | tax, vat | vote, election | certificate, diploma | citizen, resident | trade, business, company | dispute, contest, object, appeal | harass, harassment, bully, bullying, discrimination`;
