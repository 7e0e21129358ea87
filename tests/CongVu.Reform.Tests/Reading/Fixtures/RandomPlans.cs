namespace CongVu.Reform.Tests.Reading.Fixtures;

/// <summary>Random task tables, the same for the same seed: headings in many wordings and orders, groups, tasks, products.</summary>
internal sealed class RandomPlans(int seed)
{
    private static readonly string[] Words =
    [
        "rà soát", "xây dựng", "ban hành", "đội ngũ", "công chức", "quy chế", "đánh giá", "vị trí việc làm", "tinh giản", "bồi dưỡng", "phân cấp", "thi tuyển", "kỷ luật", "hồ sơ",
        "số hóa", "cơ sở dữ liệu", "theo Nghị định số 34/2019/NĐ-CP", "cấp xã, phường, thị trấn", "(nếu có)", "và", "lãnh đạo, quản lý", "của tỉnh",
    ];

    private static readonly string[] Leads =
        ["Sở Nội vụ", "Sở Tài chính", "Sở Kế hoạch và Đầu tư", "Văn phòng UBND tỉnh", "Sở Văn hóa, Thể thao và Du lịch", "Các sở, ban, ngành thuộc UBND tỉnh; UBND cấp huyện", "Thanh tra tỉnh"];

    private static readonly string[] Supports =
        ["Sở Tư pháp", "UBND các huyện, thị xã, thành phố", "Sở Y tế, Sở Nông nghiệp và Phát triển nông thôn", "Báo Bình Minh, Đài Phát thanh và Truyền hình Bình Minh", "Các đơn vị có liên quan", "Công an tỉnh và Kho bạc Nhà nước"];

    private static readonly string[] Times =
        ["Năm 2026", "Quý II/2026", "Tháng 3 - 9/2026", "Thường xuyên", "Thường xuyên (tối thiểu 02 đợt kiểm tra/năm)", "Trước ngày 15/12 hằng năm", "Sau khi Chính phủ ban hành Nghị định mới", "Khi có nhu cầu", "Chậm nhất ngày 31 tháng 12 năm 2026", "2025-2026"];

    private static readonly Dictionary<ModelField, string[]> Labels = new()
    {
        [ModelField.Number] = ["STT", "TT", "Số TT", "Stt", "Số thứ tự"],
        [ModelField.Title] = ["Nhiệm vụ", "Nội dung công việc", "Hoạt động", "Nhiệm vụ, giải pháp cụ thể", "Công việc"],
        [ModelField.Product] = ["Sản phẩm", "Kết quả", "Sản phẩm đầu ra", "Kết quả/Sản phẩm", "Dự kiến kết quả"],
        [ModelField.Lead] = ["Cơ quan chủ trì", "Đơn vị chủ trì", "Chủ trì", "Cơ quan thực hiện chính", "Đơn vị thực hiện"],
        [ModelField.Support] = ["Cơ quan phối hợp", "Phối hợp", "Đơn vị phối hợp thực hiện"],
        [ModelField.Time] = ["Thời gian thực hiện", "Tiến độ", "Thời hạn", "Thời gian hoàn thành", "Lộ trình thực hiện"],
        [ModelField.Note] = ["Ghi chú", "Kinh phí (triệu đồng)"],
    };

    private readonly Random random = new(seed);

    public PlanModel Next()
    {
        var withProducts = random.Next(5) > 0;
        List<ModelField> fields = [ModelField.Title, ModelField.Lead, ModelField.Support, ModelField.Time];
        if (withProducts)
        {
            fields.Insert(1, ModelField.Product);
        }
        if (random.Next(2) == 0)
        {
            random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(fields));
        }
        fields.Insert(0, ModelField.Number);
        if (random.Next(3) == 0)
        {
            fields.Add(ModelField.Note);
        }
        var columns = fields.ConvertAll(f => new ModelColumn(f, Pick(Labels[f]), random.Next(1, 4)));
        return new PlanModel(
            ["KẾ HOẠCH", "Đẩy mạnh cải cách chế độ công vụ, công chức tỉnh Bình Minh năm 2026", "Ủy ban nhân dân tỉnh Bình Minh ban hành Kế hoạch với các nội dung sau:"],
            columns, [.. Rows(withProducts)]);
    }

    private IEnumerable<ModelRow> Rows(bool withProducts)
    {
        var groups = random.Next(1, 5);
        var roman = random.Next(3) == 0;
        var counter = 0;
        for (var g = 1; g <= groups; g++)
        {
            yield return new ModelRow(roman ? Roman(g) : $"{g}", Sentence(), IsGroup: true);
            var tasks = random.Next(1, 13);
            for (var t = 1; t <= tasks; t++)
            {
                counter++;
                yield return new ModelRow(roman ? $"{counter}" : $"{g}.{t}", Sentence(), withProducts ? Sentence() : "", Pick(Leads), random.Next(4) > 0 ? Pick(Supports) : "", Pick(Times));
                var more = withProducts && random.Next(3) == 0 ? random.Next(1, 3) : 0;
                for (var p = 0; p < more; p++)
                {
                    // Each further product has its own units and time.
                    yield return new ModelRow("", "", Sentence(), Pick(Leads), Pick(Supports), Pick(Times));
                }
            }
        }
    }

    private string Sentence()
    {
        var words = Enumerable.Range(0, random.Next(3, 12)).Select(_ => Pick(Words)).Prepend("Việc " + random.Next(10, 9999).ToString(System.Globalization.CultureInfo.InvariantCulture));
        return string.Join(' ', words);
    }

    private T Pick<T>(T[] from) => from[random.Next(from.Length)];

    private static string Roman(int n) => n switch { 1 => "I", 2 => "II", 3 => "III", _ => "IV" };
}
