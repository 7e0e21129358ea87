using CongVu.Reform.Reading;

namespace CongVu.Cli;

/// <summary>Reads a plan file into tasks, products, units, schedules and targets. Needs no database.</summary>
internal sealed class PlanReadCommand : Command
{
    public override string Name => "plan read";
    public override string Usage => "plan read TỆP [--json]";
    public override string About => "Đọc một kế hoạch (.txt, .md, .docx, .xlsx) và liệt kê nhiệm vụ, sản phẩm, thời gian, chỉ tiêu, cả những dòng chưa hiểu.";

    public override async Task<int> RunAsync(Arguments arguments, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        var json = arguments.Flag("json");
        var path = arguments.Next("tên tệp kế hoạch");
        arguments.End();
        if (!File.Exists(path))
        {
            await errors.WriteLineAsync($"Không có tệp “{path}”.");
            return 1;
        }
        try
        {
            await using var file = File.OpenRead(path);
            var plan = PlanReader.Read(file, Path.GetFileName(path));
            await output.WriteLineAsync(json ? PlanJson.Write(plan) : PlanReadReport.Write(plan));
            return 0;
        }
        catch (PlanReadException e)
        {
            await errors.WriteLineAsync(e.Message);
            return 1;
        }
    }
}
