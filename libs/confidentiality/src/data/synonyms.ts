const GROUPS = `
diabetes=diabetic,diabetics,blood sugar,blood sugars,sugar levels,insulin|depression=depressed,depressive,low mood,antidepressant,antidepressants|anxiety=anxious,panic attacks|periodontitis=gum disease,periodontal,gums|extraction=extractions,tooth out,teeth out,extracted|root canal=root filling,root canals|psoriasis=psoriatic|melanoma=skin cancer,melanomas|caesarean=c section,section,caesareans,cesarean|eclampsia=preeclampsia|arthritis=arthritic,osteoarthritis|osteoarthritis=arthritis,arthritic|infection=infected,infections|knee replacement=new knee,knee surgery,replacement knee|hip replacement=new hip,hip surgery|bipolar disorder=bipolar,manic,mania,manic depression|self harm=self harming,self harmed,cutting,overdose|self-harm=self harm,self harming,self harmed,overdose|keloid scarring=keloid,keloids,scarring|rhinoplasty=nose job,nose surgery|chlamydia=sti,std,chlamydial|hiv=hiv positive,viral load,antiretroviral,antiretrovirals|asthma=asthmatic,inhaler,inhalers,wheeze|peanut allergy=nut allergy,allergic to peanuts,allergic to nuts|cataract=cataracts,cloudy lens|glaucoma=eye pressure,eye pressures|alcohol dependence=alcoholic,alcoholism,drinking,the drink,alcohol|appendicitis=appendix|appendicectomy=appendix,appendix out|hypertension=high blood pressure,blood pressure|epilepsy=epileptic,seizures,seizure,fits|cancer=tumour,chemo,chemotherapy,malignancy,oncology|hysterectomy=womb removed|miscarriage=miscarried,lost the baby,lost your baby,pregnancy loss|stroke=strokes,tia|dementia=alzheimers,demented,memory problems|obesity=obese,overweight,weight|schizophrenia=schizophrenic,psychosis,psychotic|psychosis=psychotic|copd=emphysema,bronchitis|anorexia=anorexic,eating disorder|pregnancy=pregnant|addiction=addict,addicted|eczema=dermatitis|hernia=hernias|gallstones=gallbladder|cholecystectomy=gallbladder|migraine=migraines|endometriosis=endo|fracture=fractured,broken,break|vasectomy=the snip|abortion=termination|termination=abortion|haemorrhoids=piles,haemorrhoid|crown=crowns|implant=implants|filler=fillers|laser=lasers
`;

/** What people call a condition or treatment, beside its name. */
export const SYNONYMS: ReadonlyMap<string, readonly string[]> = new Map(
  GROUPS.trim()
    .split('|')
    .map((group): [string, readonly string[]] => {
      const [term = '', others = ''] = group.split('=');
      return [term, others.split(',')];
    }),
);
