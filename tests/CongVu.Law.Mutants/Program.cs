using CongVu.Law.Mutants;

return args switch
{
    ["try", var report, var mutated, var folder, .. var rest] => Trial.Run(report, mutated, folder, rest),
    ["work", var report, var mutated, var folder, var part, var parts, .. var only] => Trial.Work(report, mutated, folder, int.Parse(part), int.Parse(parts), only),
    ["tell", var report, var folder] => Report.Print(report, folder),
    _ => Usage(),
};

static int Usage()
{
    Console.WriteLine("""
        Usage: try REPORT ASSEMBLY FOLDER [workers] [PREFIX…]   tries the mutants of the files that begin so, and tells
               tell REPORT FOLDER                              tells what is known
        REPORT is Stryker's mutation-report.json, ASSEMBLY the CongVu.Law.dll it mutated, FOLDER keeps coverage and verdicts.
        """);
    return 2;
}
